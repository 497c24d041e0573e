// Written by scripts/pack-tables.mjs from facts/*.txt, where the sources are named: change those.
export const labelCharacters =
  "%,w%no8qde;c%=Avl0l|c_i<_.eg?}f_6x5/q//*w}x}(9r|0B0ecaC|0*.e@-]=>|h7=z*cn+6m1:{-_i]@5@p{<+e9cfs*yzt,hno,(o3i2??n,p>>u.c^~@dsbenu%m>^'a.*>s/%?&1q(r_gysid<nh%={/0Cod5;-{'z1~?qn5ts27C28w:{g(%,-a7hbe{Ba]p7]8tp_bCj}Bf3]-+u]dfss-']&%xe|6fah*-))*]b-_v9ii>x]*htt/k.|./qy:>~qtmum;j7~?l:20x7]|wgfp(7e1~4lf^w.5kj2~~1j<<=n,=sC2bt/=if(+}5k00r^d(*{u6v{9.xr&z5t6>iim5k6voeB+}9ixx(C3By9&0d'qb^=lco7^tz()-g}f>m^672{agy~av%v|3:6xb'>,@&4|j&46z-0~5*p9~q|szq'&85ib]@j7qw697l'(x&y{p+ov48l9/]:7//_d_^dutBo4}pbB8Az'|3s@h0jl@yC{3<|{h6|t~7C0c9~0;q)]i)0%)e)@v&d^m_B@6u't(C{1nA(wn_,dt=hz0a(2}2vp}o'(a=7q@&*75Af(A'.p+%w";
export const neutralLabels =
  "%8m2n2o{)jp2n<'_;%p}4tB(h|5&=;zB_{2612bsb-nwr'lm-c?/(62k/'~5}C9:|k9lgsi>w:3{hvld5&?5@mt+5dt:wf&/u6{zn6&<ztC5ddAkmg{4msm*-r8=bum'wq3~8>&+;~zljj,]0f(|g>%m1)mkn&*q5.))C6z>+0nC5o&)o68rgj00}*5bd2d}sz-(9<s,e|fm21%>m-x0cA^)B4^a;~7)90wc<;&&bqh8_1B7v,n_'y-rxh3m:s&eib}m-c<,99?r}75coans]~/(6e9Bb3<9s3^B3=:*0'n4dc(t,x1&@j)q,a=u<]g],w-p>*i*'ql|k.m^{l1w]''e)rr;_y35kv5n-m+1rc3]891nc:bgpq7f@l(m'{6+ng-9,1n8|w/yg}%mlye<,5az;}}3wavC&@g4t4r3C+zm|~()]q1.0{h*fdr;-frs}]<:q.em@j|8B;ojtrjza'^,e)@/=mn48t-djc2^kbC+?&bC)_@k9/C++68(3}mj9kikl^tq|.r7~|~'@%%BCn:>.q.*1qg=e_C?5@u]|23se^3@l}172d)@Bg+%pnlv0i)^4v{e,]+3=C7mw{.'}r%9{j/b/&?|}->-pe46)n9jbw_2oBesmrC5;^&a@;e0%f*-/9lm0az4i%|xAa<;uq;A>twamvzy>,vbbft8ui;oldh(%pw'-=|kj/vA_+lt/(_d&ut2tC6+~mv(y";
export const addressLabels =
  "&8rt3;1lt,z9C>3&c]?p]bCiwbe&~x7/@f-}?~t:jp4l,-?B@h|t0_p@.kl&|2B<;k{t@e%=k<>_g%4=2{_62n_'w/5q9'>9{r~dCk4Ai7zo%b9i303ks8+x,||2np9gn1A:C89t'ce3y.l/";
export const bankCardLabels = "&~pb|m:>p7g-cj@r@v84r'jthx~?k>n>w08Clwavf1i0~:B-1]lhm9_?C=7y;9k08k4(kbfowx0io=";
export const birthDateLabels = ")A,3{k8l2i37plynn%;xiudpz;f*5z^1rp~91e&s*n7'_jpz|";
export const cardExpiryLabels = "+@Ck>A{cA={.;?af^Bn~.,peCtww314>myq|";
export const cvvLabels = ")Ak:p2awllB-p~:?*2vtA&C1_xqcrwfz')v6hCd3}~7'og3]q5z41y";
export const diplomaLabels =
  "&|pk|wi^m&o~cC%_kzyi}<.u^)7p}03nku.>*)8f%5k>%=]&(']m|q885nt2b+;(,4jz+@wB0~(d91q;*7>==yAqfzoo-,2]ru5Ax^";
export const emailLabels = "*>^*:7,=i^fA4k*l:r?kt<ii=]j6B(Ck>3";
export const geoLocationLabels = "(4&l18bb4},0dm_+sC]560@8(~lmC~f~@98&th]@*-pm@}y{yok'bg),9@n139";
export const hkMacauPermitLabels =
  "&|n.|y4}i45e|456_Ax)mAB(.u%6<o{a^j@1@n9j()-.w'g_zmA{=bq/*kuoj,f9f-^>b<v21z*b%i'1fg,7jb*&.nhBrw8qa>y";
export const housingFundLabels = "(4yxj=A@p3a+0Cpit3;kkf|z1a{8@~Ck0v)in^r7hA~'m,e8rhzc+;4kq:0j?xsy";
export const idCardLabels = "'|jrp}>9>k-d-ejB')n]'B5@f43qo{xBCs|jcA:c=;Cb}y(e7g42c-dt,i7kl;3a-=]h'";
export const imeiLabels = "(m|C^vuj2=8tbk?=u=j(;)9nd7&sf;=u.'f]=0-q'q'~B)074ehk)y+(9}3bw->wsd2=mk0wb8";
export const ipAddressLabels = "*z;>,v1/6r6v/r.;>&c+@biB6m3n>-^hmqr<BjA4qu/l0jb";
export const landlineLabels = "(,(')B]23->e:&0.,f{2&k+v/xtb&~(-qtkpt&39%n?lr|bC&v2rA.>=|k<}{vthy0}g+l-Cc";
export const licensePlateLabels = "(}c)(c/]tz}'6}.yt2]5f3ib(beoirjt3be";
export const macAddressLabels = "*@82B~ke)e]4C|2/u{8o.2z5|-n8d}5)lmtBm<6<C&,0^(.x.kkt";
export const medicalInsuranceLabels =
  "&tq%=4pd:/<4_1(^fA1/f)><idwy~A)cxe{~bo9c<|ig/2x{9ndgA{'*}zfh&r=-<ywz):8<q^0igsid9:6|:+i_cgu^g67jAm4^c8_h88l_q&";
export const militaryIdLabels =
  "&|po}ji]()0cl:lA_k(gbz^B4ul2>4^,+o37+Bm;{=4c2~%5o_B>s/^y~3;B_s&f'w-c4?3zo-}>3sC)'h<A||<?{c77lo*eo";
export const nameLabels =
  "%q>/o}_+v{(:su_B]3a~i@4A4.1h-@}adf0&09x@u:'ku{s<ekr14p.-nuh-,.ctr1j15e(wy^od/m5r62c4d5~*xr{lBr^en%C4h<28x/xa?*y?w6ecd4:B.7Clq%o76myAd%,mf7k*voyvz85%|adn@k's{a-izw29%z+@5p14<=ged}e/x8Akm2?h%;<y<,*_<h_li&8v|73}&~l3&0}wj>wl?4'B)hv1a/&@^k3vtd%/a{pk~xC:n.l}q^C";
export const passportLabels = "(C|lxz.d4.e>2=<*o%ags2<?0)l9)0uu-s^'ao^0w*'^]*,6y(B-C9*^";
export const passwordLabels = "*zfv%<)0q,o^z>x0)c{1me6tAy%|ujjl22g3>p:9c?_h'j7k";
export const phoneLabels =
  "&l]a~<w3;~b<{7)y1d8-8sB5:=)*q9bfmod1~~;5}pfl<dk@jf'e9Bdd=a%nx^j-^k9w_9o%-6p{?@o_3]{8utz%u.g1|)@~k&lun7.Cz-hub)n>A*4Ar_j%1r";
export const qqLabels = "+A0_*j]nmy14x513%wc4|6d-k){]qp4g1";
export const residencePermitLabels =
  "&>6]h&x~dm<u.r3&4~s,ml=<39{C&m)%Acb2lc>mt4.&'cxe7i%By>r0>l>/s7}*1u0={u_(.-64'-d},_mAhjC>gsj@x}*u(>B{m/A~19p8,awgj3/v-/u+6**wsmcwp-t^v3n1}";
export const socialCreditCodeLabels =
  "(3e4l%l>yq6^_qB3%s^z.&2am&m+}i}C~f9;)l>'ox6+%*&1'6(p>gad?<h7y.8u;*o3v:^s467<A9{u1;^>ehs?iq(l_|86vu9{*|,c:1w{3_";
export const taiwanPermitLabels = "(<2w>48ef:<9h:(3~3|}+e2=:.zg'p(6dCC'B2^8o8,;y?y9l?>y-2CAybfa~dfg_epb3<<gi*A/o)&xl.";
export const ticketNumberLabels =
  "&~9oA<{4dv(|q)]bf+z%)u}_6_(-cA7bh+*^p@_+0g.km*7amsaA=+gw1tvm_q'C-h^B|1w;?4_tr_C;m9x_smc,/n@%n";
export const trackingNumberLabels =
  "&r>rr<sv7m&7j%vqei<p&:'b]b}+Bra?,'btx.54)A=epo2,&4^cg_v4er'lw4;gwu9da4@lq=?,o}*,~@z@(&/&jc;+/q9h3'cn/xqudzn|zkA,}";
export const vatInvoiceLabels = ")zl&*tw&^B)_mfm<0)cjmtheq7'w:Arzklu.^xxz~_8k0~{gA";
export const vinLabels = "(mk;bvtt>?Apa@dt1e8nh0s5_&kB1=vs=f%?]i:+/2h75v^;g9%2fvB~@+|x],|q";
export const wechatLabels = "*Ait(s,s9(*w8@__]bgq}C=b?cgzywtqv2m^(gjd+n";
