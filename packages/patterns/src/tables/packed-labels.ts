// Written by scripts/pack-tables.mjs from facts/*.txt, where the sources are named: change those.
export const labelCharacters =
  "%,|^no8qde;c%=Avl0l|c_i<_.eg?}f_6x5/q//*w}x}(9r|0B0ecaC|0*.e@-]=>|h7=z*cn+6m1:{-_i]@5@p{<+e9cfs*yzt,hno,(o3i2??n,p>>u.c^~@dsbenu%m>^'a.*>s%^d-9h@jnt]kp<})g}tCk1t0<='C0tv^57gd1r60d_b^an=1ri3wyi+&g(,6~1x-/q4c)0m?A>yxj2]ors~d(l>0inp7:-(>0&<|:_3pzy+=7]{i~@4|n4,+./f(bC4s&(eusk3q_lx)e4lv{A%}B<,5n5{waq|18~|dAf1dAu?1o]|ve~C|v4&6:=^9C@85.)3wj>q@*1xl5xf?r^64wegh}C;0,t?ry<x-]v'wd0l7f{lq.|+=7|xa-vueh35y]3(t2lreu;B9fx61)BBd%5'_dpc%y3ky:]_<{Ar}&mupdi'+@qiys>ky5>|b(1mc0>'q6rrt^fB4)w{B|}B2)/4)<&2%(r1^vl{(qiw=%xoq<mn+(2:hi{}13e2&3%<^|ye4a&^()d:>^A'Cb|c<.ccva4*%_ue}_~ze/8u=>.h3m-?|B6x%l3?&v";
export const neutralLabels =
  "%;ea28_]sgy=/x?vA:+h/5C~tu/?w@AtbfCax5''vl;ocd=2l)^b]xptA/c&]%3643r4|po._9'&^'_m/eo4>d-0-cz|>p9t~:jp7A'3oC|<0@zt<:&y_%ac|yBjc{ukBr;tcy{B%*&a>d0pAtB?j|=@:p<}_B]/8n)5n{ob58xtu(z<s(tqf).kn,]v/]~_c6}0(-+<]ebAtha{t&99bqmvy,fvt^^xm<'b1nb,dAr}3m<9,t-q)4c-:v8.j|%q,ezt+9-;_up<qo+h2qys(uywv^{dvjx/8q7<.gl(@n'j]@~wzw]w?.:uA;.1?')j2d,}=^o>2b-mi|'d5,'=9_h4kdo->2<=+/B}|}u*bo_A?%a8by<lnm=B@@zt'p_=2f+_5_85zqe>=6{'_0^+3,nd,%>diw^.igsfC*{%'~nfC*q8}(Ch1e8&>?^:l1<~~^v<724,n6}:9C%o*eu/z5)nsw5uA4/%^4p/bf,u24zgp(5k*//n|>ji);rA7fb~C@nk:0,|1?bby)~AA'}tyrp5{2}Cqet@.t9b12fA1?m'-uBu:(t-<_~'dt,%^5%p*ye'l?q4}t4qlBlhp0dlgr>sc|_:67%hrgrkn}f|iquhiofv>.r6)5>.:m32j{B812^ei}pkm/.+Atqx~=n0q";
export const addressLabels =
  "&8rt3;1l=rr9C>2~'usduas]yefxo^t:cc()>^&4n1pde<Cd+.;{BcevC;4|8_5%o]Ai&>4]z*v)C7:byaA_@.ty<Cp02%y87w3}<:-A;n/b~]sqx:%05.)~|63o0(;_t5r(vC0fk}}3;}";
export const bankCardLabels = "&~pb|m:<0(tugl-(ouvvi+34]n&7p<(a139/)0n)as;a=x|:a9={d>iepbl0p/_ghw==.|w*tmr+i";
export const birthDateLabels = ")A,3{k8@j%965n_]rAB0mde)84s6z3,^9i/xl^fB=s2mejn~1";
export const cardExpiryLabels = "+@Ck>@d%>{^ir/wg,&5,C<l4c~bgh)>bd2a)o";
export const cvvLabels = ")Ak:p2awl=_<?.7ra,~A;Ccimvshb)a2l{m^eg)3:69mn2@0thvey<";
export const diplomaLabels =
  "&|pk|wCg_pv%n%%b_i*&9293t^t:_-:-rrv?hae/w}&~9p0=*n_@^nC/4zw%f*5ned%/|&<is0v>e)fc9)*m;=<08+-j5';7|48]~";
export const emailLabels = "*>^*4c}l>kB-yk*l<41'td=.-fejfjolq";
export const geoLocationLabels = "(4&l18bb4},/9a}84m4dz{97c29ckf<zfimnp}|88g%y?6j-)n7.y2jhc^0Cpnz";
export const hkMacauPermitLabels =
  "&|n.|y4}i4A=cm&ba(Bj)h9y43Caf+^?q?d=Bza%]<.xh%j3_'<9dhA]_(dA=*B.tebjwr8m%mxy01(Abzpf3aj8k)mqa~^k>2";
export const housingFundLabels = "(4yxj=A@p/2herz6oq(/%trz3n-%s1A@xoju]ib+4s-;p^.0qAmv3?/{;t<vo|k_";
export const idCardLabels = "'}r&uzfv78?gp6>x2._qzp0_h^%%.z{&]q36>suej:%f5wfrv~fl,%m^ueq@-1=mex56B0";
export const imeiLabels = "(m|C^vuj2=8tbbxwu<~?,;z-_n-;)_lBu^ij:yk4}3~?kppC}_b:b,}hfwe{vsAc3C9]':f1z}z";
export const ipAddressLabels = "*z;>,v1/6r2B//|vdy]s{'l'i2@fk7]]hna:zB(f{v}k?-";
export const landlineLabels = "(,(')B]4%z?4fs36&,)f'x-@]%cgnj;at(a]m1|s<%1uj}*}cv'}g:la},5m+gq@4mgrmn%lt";
export const licensePlateLabels = "(}c)(l=b8di2{5:{l/6~l<v:d'wig9et{+7";
export const macAddressLabels = "*@82B~ke)e]4?8kf<,^886C-h6>2|6_n=>4iw.qpx)ClfsB-f>]?";
export const medicalInsuranceLabels =
  "&xpg,)/Bqdr'.=]ym_6j1fy*v=k&pvp3tts/myemq%3@dcamqjn)5xlqva@}u_r&q)(3j]'hu=34z.2@k(*q-z]zc/zu&6@Bn_9:%t36:jp";
export const militaryIdLabels =
  "&|po}ji]((>82:lA_k(5*8k&C=7(=ftd26b%*gCa/hCpy~7*;x.av_b(l0a%16v*)|0yx{q2%~)jy)<x|A<kj]8%%6e@*/2-<9";
export const nameLabels =
  "%sB4^y,?)n]opC&3-*w_;s1*a;/4pxwj754r8(}5{gxp@_&>s|c&o2^a,,e4=57'/7|2r/b}_/|}r3c]>'C*=*,/^5ns]q(f:)_foy29+5y_jhy*n{'ec43>_1_>q/*r6>176x_4ed)2t7{-g0;0fs.;a|9C(]ov63whs>+',mv53sA0|<b:({h_*|<i~dr40:(nm~jehl=6}r>4*@pe]lw=o^2<c*9('*aCyp;?u|<hn;,l,387~&(@";
export const passportLabels = "(C|lxz.d-98A5cx?:q{rze/k,h*+@.1g4ifua'z:ji?pn*yuee'_')97=";
export const passwordLabels = "*zfv%<)0q,n0)h.0)Bn)+;pfy)*o5+<+k]:C;^p1g}v1f7]'b";
export const phoneLabels =
  "&lpwran56{}&qB*>/sxfldu4}wbA>z|*<=~~pw}e8'w^)ydn*ig?m;CyA:vc^gj5^3%+^@^eC>;va)b{tla|^d^j&_;su:*&*w%9}(3%drgAn+_c):+/=0A2>v";
export const qqLabels = "+A0_*j]nmy14p.:}6@.r8;elfd|:vfdla";
export const residencePermitLabels =
  "&>o_hpa{:^C*:3?'BxdBug*xkm+ib>*B_1(|~rec.1q&k4y9.)k)-+ba5,A///m5zl-:lo/g17t@<@ul&nyioo57y>~u&(t|4p_2*|6b:bCr>8-;69ol6x'%+l,.t%7{/A>0]=r0";
export const socialCreditCodeLabels =
  "(3e4kra>x6x6|/csawq/v_C]*s/-l3{@Bs2g.~b4nB.k?<-m)&8k_ux6a:6@.|]6B8)'1>otB3t4|9?+r}r31qbfjc]?~=y'3&r64/*eA62nv~";
export const taiwanPermitLabels = "(<2w>48f7=%t8*{-x;8^)>5d_<e_7fg~',0&>a*2(/d+mx]s3yi&*vg3c?>(::z.@ui1]&fsz%xqrbla@o";
export const ticketNumberLabels =
  "&~lC?38q>6u*d<tsu4A9%cscB{-:)p=n;8.k+::Co(tz/c6{0uh~7.@uC<k2bf.3@~5=wh:ly>7f}]>-k4b538'e?&l-c";
export const trackingNumberLabels =
  "&ro(+@*{]k'02g7;7m85ws>&(0bd~1?~flxfex,}ryaz-&]<'y6do^qus]))@bB-*{oufn:|]v)*C37ft8s_8cAr_=9An5_'|w3)nputoxzz3mn-";
export const vatInvoiceLabels = ")zl&*u+%u3|yq0}az^vy1r]{l}|.;vx81e/mn9;@71t;>5%tu";
export const vinLabels = "(mk;bvtt=2zh]bh70ja}kssiA]lkg?%ifph&c+p~yu8hq=jdyA3Cl7crvc|4Bo^y";
export const wechatLabels = "*Aix3^olnm*w898ko,}<}qb:|r-)|rhB3>C9]7{*3|b";
